namespace TechPlan.Functions.Forms.Meaning;

/// <summary>Tells a request form from any other file or text, by what was found in it.</summary>
public static class FormLikeness
{
    /// <summary>The form's own fields; one alone may stand in any mail.</summary>
    private const int Enough = 3;

    /// <summary>Whether somebody filled in the form, if only in part.</summary>
    public static bool LooksLikeTheForm(TypedForm typed) => Score(typed) >= Enough;

    /// <summary>How many of the form's different fields have something in them, clear labels counting fully and unsure ones not.</summary>
    public static int Score(TypedForm typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Fields.Where(field => field.Certainty is not Certainty.Unsure).Select(field => field.Pointer).Distinct().Count();
    }
}
