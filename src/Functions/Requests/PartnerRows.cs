using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>The lines for other schools on the page. Empty ones may stand anywhere among them: only the typed ones count.</summary>
internal static class PartnerRows
{
    /// <summary>How many lines were posted or are to be shown.</summary>
    internal static int Count(FormState form) =>
        form.Values.Keys.Max(name => FormPointers.PartnerIndex(RequestFields.PointerOf(name)) + 1) ?? 0;

    /// <summary>The lines with something in them, in order: the nth of them is the request's nth other school.</summary>
    internal static int[] Typed(FormState form) =>
        [.. Enumerable.Range(0, Count(form)).Where(line => NamesAt(line).Any(name => Nothing.IsTyped(form[name])))];

    /// <summary>One more line, empty.</summary>
    internal static FormState WithOneMore(FormState form)
    {
        // The page shows one line when there is none, so one more are two then.
        var line = Math.Max(1, Count(form));
        return form with { Values = form.Values.SetItems(NamesAt(line).Select(name => KeyValuePair.Create(name, ""))) };
    }

    /// <summary>Without one line; those below move up.</summary>
    internal static FormState Without(FormState form, int removed)
    {
        var values = form.Values;
        for (var (line, count) = (removed, Count(form)); line < count; line++)
        {
            foreach (var (here, below) in AllNamesAt(line).Zip(AllNamesAt(line + 1)))
            {
                values = values.TryGetValue(below, out var text) ? values.SetItem(here, text) : values.Remove(here);
            }
        }

        return form with { Values = values };
    }

    private static string[] NamesAt(int line) =>
        [RequestFields.NameOf(FormPointers.PartnerSchool(line)), RequestFields.NameOf(FormPointers.PartnerParticipants(line))];

    private static IEnumerable<string> AllNamesAt(int line) =>
        NamesAt(line).SelectMany(name => new[] { name, RequestFields.AskedOf(name), RequestFields.PickedOf(name) });
}
