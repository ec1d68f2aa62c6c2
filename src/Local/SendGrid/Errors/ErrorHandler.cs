using System.Text.Json;
using SendGrid.Helpers.Errors.Model;

namespace SendGrid.Helpers.Errors;

public class ErrorHandler
{
    /// <summary>Throws the exception that belongs to the answer's status; its message is a <see cref="SendGridErrorResponse"/> as JSON.</summary>
    public static async Task ThrowException(HttpResponseMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = JsonSerializer.Serialize(await ReadAsync(message));
        throw (int)message.StatusCode switch
        {
            400 => new BadRequestException(text),
            401 => new UnauthorizedException(text),
            403 => new ForbiddenException(text),
            404 => new NotFoundException(text),
            405 => new MethodNotAllowedException(text),
            413 => new PayloadTooLargeException(text),
            415 => new UnsupportedMediaTypeException(text),
            429 => new TooManyRequestsException(text),
            500 => new ServerUnavailableException(text),
            503 => new ServiceNotAvailableException(text),
            > 500 => new SendGridInternalException(text),
            > 400 => new RequestErrorException(text),
            _ => new BadRequestException(text),
        };
    }

    private static async Task<SendGridErrorResponse> ReadAsync(HttpResponseMessage message)
    {
        var answer = new SendGridErrorResponse
        {
            ErrorHttpStatusCode = (int)message.StatusCode,
            ErrorReasonPhrase = message.ReasonPhrase,
        };
        if (FirstError(await message.Content.ReadAsStringAsync()) is { } error)
        {
            answer.SendGridErrorMessage = Text(error, "message");
            answer.FieldWithError = Text(error, "field");
            answer.HelpLink = Text(error, "help");
        }

        return answer;
    }

    private static JsonElement? FirstError(string body)
    {
        try
        {
            var root = JsonSerializer.Deserialize<JsonElement>(body);
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("errors", out var errors)
                && errors is { ValueKind: JsonValueKind.Array }
                && errors.GetArrayLength() > 0
                ? errors[0]
                : null;
        }
        catch (JsonException)
        {
            // A proxy may have answered in HTML; the status alone must do then.
            return null;
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
