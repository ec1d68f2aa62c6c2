using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>Turns what stands in the page's fields into a form as it was typed, and back.</summary>
internal static class RequestForm
{
    internal const string Standard = "standard";
    internal const string SlcLevelOne = "SLC Level 1";
    internal const string Yes = "yes";
    internal const string No = "no";

    /// <summary>What was typed. The page has shown it all and the person has left it so: whatever was unsure about where it belongs is sure now.</summary>
    internal static TypedForm Typed(FormState form) => new(
    [
        .. form.Values
            .Select(value => new TypedField(RequestFields.PointerOf(value.Key), value.Value))
            .Where(field => field.Text.Length > 0 && FormPointers.IsKnown(field.Pointer))
            .OrderBy(field => FormPointers.OrderOf(field.Pointer)),
    ]);

    /// <summary>The page's fields for a form that was typed elsewhere or earlier; what it says beside a box becomes the box's tick.</summary>
    internal static FormState Shown(FormReading reading)
    {
        var texts = reading.Typed.Fields.ToImmutableDictionary(
            field => RequestFields.NameOf(field.Pointer), field => TypedText.Clean(field.Text), StringComparer.Ordinal);
        return FormState.Empty with { Values = texts.SetItems(Choices(reading.Draft)) };
    }

    /// <summary>A school picked from those that a typed name could mean takes its place, unless the name was changed meanwhile.</summary>
    internal static FormState WithPicks(FormState form)
    {
        var picks =
            from name in form.Values.Keys
            let picked = form[RequestFields.PickedOf(name)]
            where picked.Length > 0 && form[name] == form[RequestFields.AskedOf(name)]
            select KeyValuePair.Create(name, picked);
        return form with { Values = form.Values.SetItems([.. picks]) };
    }

    private static IEnumerable<KeyValuePair<string, string>> Choices(MiniGrantDraft draft)
    {
        (string Pointer, string? Choice)[] choices =
        [
            (FormPointers.SessionType, draft.SessionType is { } type ? ValueOf(type) : null),
            (FormPointers.AssignInstructor, Answer(draft.AssignInstructor)),
            (FormPointers.ReflectsPlan, Answer(draft.ReflectsSchoolImprovementPlan)),
            (FormPointers.OtherEvaluation, Answer(draft.OtherEvaluationPlanned)),
        ];
        return choices.Where(choice => choice.Choice is not null).Select(choice => KeyValuePair.Create(RequestFields.NameOf(choice.Pointer), choice.Choice!));
    }

    internal static string ValueOf(SessionType type) => type is SessionType.SlcLevelOne ? SlcLevelOne : Standard;

    private static string? Answer(bool? yes) => yes switch
    {
        true => Yes,
        false => No,
        null => null,
    };
}
