using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.Enrollment;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Enroll;

/// <summary>Makes a registration of what somebody typed, or says field by field what is missing.</summary>
public static class RegistrationForm
{
    public static readonly ImmutableArray<string> Fields = ["name", "email", "school"];

    /// <summary>The registration; null when the form has errors, which are then in <paramref name="read"/>.</summary>
    public static Registration? TryRead(FormState typed, DateTimeOffset now, out FormState read)
    {
        var address = EmailAddress.TryParse(typed["email"]);
        FieldError?[] errors =
        [
            NameError(typed, "name", "Enter your name."),
            address is null ? new FieldError("email", "Enter an email address, such as name@example.org.") : null,
            NameError(typed, "school", "Enter the name of your school."),
        ];
        read = typed.With([.. errors.OfType<FieldError>()]);
        return read.HasErrors ? null : new Registration(new Person(OneLine(typed["name"]), address!), OneLine(typed["school"]), now);
    }

    private static FieldError? NameError(FormState typed, string field, string missing) =>
        typed[field].Length == 0 ? new FieldError(field, missing) : TextLimits.TooLong(typed, field, TextLimits.Name);

    /// <summary>Names stand in mails' headers, so they get no line breaks.</summary>
    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ');
}
