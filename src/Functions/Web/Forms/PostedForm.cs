using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Web.Forms;

/// <summary>What reading a posted form gave.</summary>
public abstract record PostedForm
{
    private PostedForm()
    {
    }

    /// <summary>A form, not yet checked.</summary>
    public sealed record Form(FormState State) : PostedForm;

    /// <summary>Nothing that could be read as a form.</summary>
    public sealed record Refused(int StatusCode, string Title, string Detail) : PostedForm;

    public static readonly Refused Unsupported = new(
        StatusCodes.Status415UnsupportedMediaType,
        "This form could not be read",
        "It must be sent as application/x-www-form-urlencoded in UTF-8, as a browser does. Open the page again and use its form.");

    public static Refused TooLarge(int maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        "That is too much text",
        FormattableString.Invariant($"The form was not taken, because it is longer than {maxBytes / 1024} KB. Go back, shorten what you wrote, and send it again."));

    public static readonly Refused Malformed = new(
        StatusCodes.Status400BadRequest,
        "This form could not be read",
        "It held too many fields, or the same field twice. Nothing was changed. Open the page again and use its form.");
}
