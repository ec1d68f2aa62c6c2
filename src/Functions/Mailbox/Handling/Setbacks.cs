using Azure;
using Azure.Identity;
using Microsoft.Kiota.Abstractions;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>Tells what may be one mail's fault from what is not.</summary>
internal static class Setbacks
{
    public static Setback Of(Exception problem, DateTimeOffset now) => problem switch
    {
        ApiException { ResponseStatusCode: 429 or 503 } busy => new Setback(HttpAnswers.Reason(busy.ResponseStatusCode), RetryAfter.Read(busy.Header("Retry-After"), now), IsOutage: true),
        ApiException { ResponseStatusCode: 401 or 403 } denied => new Setback(HttpAnswers.Reason(denied.ResponseStatusCode), null, IsOutage: true),
        ApiException other => new Setback(HttpAnswers.Reason(other.ResponseStatusCode), null, IsOutage: false),
        AuthenticationFailedException => new Setback("no-token", null, IsOutage: true),
        RequestFailedException storage when StorageOutage.Is(storage) => new Setback("no-storage", null, IsOutage: true),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => new Setback("no-answer", null, IsOutage: false),
        _ => new Setback(problem.GetType().Name, null, IsOutage: false),
    };
}
