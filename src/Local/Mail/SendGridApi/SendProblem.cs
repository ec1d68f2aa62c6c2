using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Mail.SendGridApi;

/// <summary>A refusal in SendGrid's shape.</summary>
/// <param name="Field">The member of the body that is wrong, as a path; null when it is not the body's fault.</param>
internal sealed record SendProblem(int Status, string Message, string? Field = null)
{
    public static readonly SendProblem NoKey = new(StatusCodes.Status401Unauthorized, "The provided authorization grant is invalid, expired, or revoked");

    public static readonly SendProblem NotJson = new(StatusCodes.Status400BadRequest, "Bad Request");

    public static readonly SendProblem TooLarge = new(StatusCodes.Status413PayloadTooLarge, "The message is larger than 30 MB.");

    public static SendProblem Refused(string field, string message) => new(StatusCodes.Status400BadRequest, message, field);

    public static SendProblem Fault(int status) =>
        new(status, status == StatusCodes.Status429TooManyRequests ? "too many requests" : "A fault asked for at /local/mail/faults.");

    public IResult ToResult()
    {
        var error = new JsonObject { ["message"] = Message, ["field"] = Field, ["help"] = null };
        return Results.Json(new JsonObject { ["errors"] = new JsonArray(error) }, statusCode: Status);
    }
}
