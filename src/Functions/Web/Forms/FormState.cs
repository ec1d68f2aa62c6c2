using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Web.Forms;

/// <summary>What somebody typed into a form, and what is wrong with it. Nothing typed is lost when the form is shown again.</summary>
public sealed record FormState(ImmutableDictionary<string, string> Values, ImmutableArray<FieldError> Errors)
{
    /// <summary>A form that nobody has filled in yet.</summary>
    public static readonly FormState Empty = new(ImmutableDictionary<string, string>.Empty, []);

    public bool HasErrors => !Errors.IsEmpty;

    /// <summary>The field's text without surrounding blanks; empty when it was not sent.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    public FieldError? ErrorOf(string field) => Errors.FirstOrDefault(error => string.Equals(error.Field, field, StringComparison.Ordinal));

    public FormState With(params ReadOnlySpan<FieldError> errors) => this with { Errors = Errors.AddRange(errors) };

    /// <summary>The form with the domain's reasons beside the fields they are about.</summary>
    public FormState With(IEnumerable<Refusal> reasons) =>
        this with { Errors = [.. Errors, .. reasons.Select(reason => new FieldError(reason.Pointer.TrimStart('/'), reason.Detail))] };
}

/// <summary>What is wrong with a field, in words that say what to do.</summary>
/// <param name="Field">Its posted name; empty when it is about the form as a whole.</param>
public sealed record FieldError(string Field, string Message);
