using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TechPlan.Functions.Api;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>The office's way to a mail that it has a task about.</summary>
public sealed class ParcelFunctions(ParcelTable parcels)
{
    private static readonly IResult NoSuchMail = ApiProblem.Of(
        StatusCodes.Status404NotFound, "There is no such mail, or no longer. GET /api/office-tasks names those that wait for a person.");

    [Function("ParsedMail")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/parsed-mails/{key}")] HttpRequest request, string key, CancellationToken cancellation) =>
        await parcels.ReadAsync(key, cancellation) is { } parcel
            ? Results.File(ParcelArchive.Of(parcel), "application/zip", $"mail-{parcel.Key}.zip")
            : NoSuchMail;
}
