using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>A refusal in Graph's shape.</summary>
internal sealed record GraphProblem(int Status, string Code, string Message)
{
    public static readonly GraphProblem NotFound =
        new(StatusCodes.Status404NotFound, "ErrorItemNotFound", "The specified object was not found in the store.");

    public static readonly GraphProblem NoToken =
        new(StatusCodes.Status401Unauthorized, "InvalidAuthenticationToken", "The Authorization header holds no bearer token.");

    public static readonly GraphProblem NotJson =
        new(StatusCodes.Status400BadRequest, "UnableToDeserializePostBody", "The body is not the JSON that this request takes.");

    public static readonly GraphProblem Changed =
        new(StatusCodes.Status409Conflict, "ErrorIrresolvableConflict", "The message was changed by another request; read it again.");

    public static readonly GraphProblem TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "ErrorMessageSizeExceeded", "The message is larger than a mailbox takes.");

    public static readonly GraphProblem FolderExists =
        new(StatusCodes.Status409Conflict, "ErrorFolderExists", "A folder with the specified name already exists.");

    public static readonly GraphProblem NoSubscription =
        new(StatusCodes.Status404NotFound, "ResourceNotFound", "The object was not found.");

    public static readonly GraphProblem TooManyAtOnce =
        new(StatusCodes.Status429TooManyRequests, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");

    public static readonly GraphProblem NoContent =
        new(StatusCodes.Status405MethodNotAllowed, "ErrorInvalidRequest", "A reference attachment has no content of its own.");

    public static GraphProblem Refused(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    public static GraphProblem Fault(int status) => new(
        status,
        status == StatusCodes.Status429TooManyRequests ? "ApplicationThrottled" : "ServiceUnavailable",
        "A fault asked for at /local/mail/faults.");

    public IResult ToResult() => Results.Json(
        new JsonObject { ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message } },
        statusCode: Status);
}
