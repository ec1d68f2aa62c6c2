using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Enrollment;

/// <summary>What became of a filled-in registration form.</summary>
public abstract record RegistrationFormResult
{
    private RegistrationFormResult()
    {
    }

    /// <summary>It is complete. Whether the address is registered already is for the roster to say.</summary>
    public sealed record Complete(Registration Registration) : RegistrationFormResult;

    /// <summary>At least one reason, in the order of the form.</summary>
    public sealed record Incomplete(ImmutableArray<Refusal> Reasons) : RegistrationFormResult;
}

/// <summary>The form by which people register for a session (MG-11): <c>name</c>, <c>email</c>, <c>school</c>.</summary>
public static class RegistrationForm
{
    private static readonly FormField Name = new("/name", "Your name", "Enter your name: first and last name.", "MG-11");
    private static readonly FormField Email = new("/email", "Your email address", "Enter your email address, such as name@example.org.", "MG-11");
    private static readonly FormField School = new("/school", "Your school", "Enter the name of your school.", "MG-11");

    public static RegistrationFormResult Check(string? name, string? email, string? school, DateTimeOffset now)
    {
        var form = new FormReader();
        var registration = new Registration(new Person(form.Line(Name, name), form.Email(Email, email)!), form.Line(School, school), now);
        return form.Refusals is { IsEmpty: false } reasons
            ? new RegistrationFormResult.Incomplete(reasons)
            : new RegistrationFormResult.Complete(registration);
    }
}
