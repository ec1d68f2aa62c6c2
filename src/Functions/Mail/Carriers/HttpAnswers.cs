using System.Globalization;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>What a carrier's HTTP status means for a mail.</summary>
internal static class HttpAnswers
{
    /// <summary>Later for what passes by itself, refused for the rest.</summary>
    /// <param name="retryAfter">The header's value, if there was one.</param>
    public static CarrierAnswer OfFailure(int status, string? retryAfter, DateTimeOffset now) => status is 408 or 409 or 429 or >= 500
        ? new CarrierAnswer.Later(status is 429 or 503 ? RetryAfter.Read(retryAfter, now) : null, Reason(status))
        : new CarrierAnswer.Refused(Reason(status));

    /// <summary>No answer came: it may have been taken or not.</summary>
    public static CarrierAnswer OfSilence { get; } = new CarrierAnswer.Later(null, "no-answer");

    /// <summary>Whether a request died on its way. A cancellation that we asked for is none.</summary>
    public static bool IsSilence(Exception problem, CancellationToken cancellation) =>
        problem is HttpRequestException or IOException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested);

    /// <summary>A status as a short code.</summary>
    public static string Reason(int status) => string.Create(CultureInfo.InvariantCulture, $"status-{status}");
}
