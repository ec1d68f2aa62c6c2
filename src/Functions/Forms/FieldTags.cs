namespace TechPlan.Functions.Forms;

/// <summary>
/// The names of the fields on our own forms, as Word's tags and PDF's field names: a pointer with dots, such as <c>session.date</c>
/// or <c>partnerSchools.0.school</c>. A question of yes or no has two boxes, told apart by their last part.
/// </summary>
public static class FieldTags
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>How many other schools our forms have lines for; a copied line keeps its tag, so more may come back.</summary>
    public const int PartnerLines = 3;

    /// <summary>The tag of a field.</summary>
    public static string Of(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        return pointer.TrimStart('/').Replace('/', '.');
    }

    /// <summary>The tag of the box that answers a question with yes or no.</summary>
    public static string Of(string pointer, bool answer) => $"{Of(pointer)}.{(answer ? Yes : No)}";

    /// <summary>The field that a name stands for; null when it is not one of ours.</summary>
    public static string? PointerOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var pointer = "/" + WithoutAnswer(name.Trim()).Replace('.', '/');
        return FormPointers.IsKnown(pointer) ? pointer : null;
    }

    /// <summary>What a ticked box of this name says: <c>yes</c>, <c>no</c>, or null when the box is the whole question.</summary>
    public static string? AnswerOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim() is var tag && tag.EndsWith("." + Yes, StringComparison.Ordinal) ? Yes : tag.EndsWith("." + No, StringComparison.Ordinal) ? No : null;
    }

    private static string WithoutAnswer(string tag) => AnswerOf(tag) is { } answer ? tag[..^(answer.Length + 1)] : tag;
}
