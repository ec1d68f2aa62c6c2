using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>What was found for each field; of several the surest counts, and if equally sure ones differ that is a question.</summary>
internal sealed class FieldCandidates
{
    private const int LongestShown = 60;

    private readonly Dictionary<string, List<Finding>> _found = [];

    internal void Add(string pointer, Finding finding)
    {
        if (pointer is FormPointers.Instructor ? string.IsNullOrWhiteSpace(finding.Text) : !Nothing.IsTyped(finding.Text))
        {
            return;
        }

        if (!_found.TryGetValue(pointer, out var found))
        {
            _found[pointer] = found = [];
        }

        // A field that bears one of our own names leaves nothing to guess.
        if (finding.Pointer is not null)
        {
            found.RemoveAll(other => other.Pointer is null);
        }
        else if (found.Exists(other => other.Pointer is not null))
        {
            return;
        }

        found.Add(finding);
    }

    internal bool Has(string pointer) => _found.ContainsKey(pointer);

    internal TypedForm ToForm(PartnerLines partners) => new(
        [.. _found.Select(entry => Choose(entry.Key, entry.Value)).Concat(partners.ToFields()).OrderBy(field => FormPointers.OrderOf(field.Pointer))]);

    internal static TypedField Choose(string pointer, IReadOnlyList<Finding> found)
    {
        var best = found.MinBy(finding => finding.Certainty)!;
        var same = Plain.Of(best.Text);
        var other = found.FirstOrDefault(finding => Plain.Of(finding.Text) != same && (finding.Certainty is not Certainty.Unsure || best.Certainty is Certainty.Unsure));
        return other is null
            ? new TypedField(pointer, best.Text, best.Where, best.Certainty)
            : new TypedField(pointer, best.Text, $"{best.Where}, but “{Shown(other.Text)}” in {other.Where}", Certainty.Unsure);
    }

    private static string Shown(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;
}
