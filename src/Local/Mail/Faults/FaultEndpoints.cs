using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Mail.Faults;

/// <summary><c>/local/mail/faults</c>: makes a carrier fail on demand.</summary>
internal static class FaultEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/mail/faults", (MailFaults faults) => new { faults = faults.Pending });
        routes.MapPost("/local/mail/faults", Add);
        routes.MapDelete("/local/mail/faults", (MailFaults faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }

    private static IResult Add(FaultRequest request, MailFaults faults)
    {
        var fault = new MailFault(request.Carrier ?? "", request.Status, request.RetryAfterSeconds, request.Times ?? 1, request.To);
        if (fault.Check() is { } wrong)
        {
            return Results.Problem(detail: wrong, title: "That is no fault.", statusCode: StatusCodes.Status400BadRequest);
        }

        faults.Add(fault);
        return Results.Created("/local/mail/faults", fault);
    }

    private sealed record FaultRequest(string? Carrier, int Status, int? RetryAfterSeconds, int? Times, string? To);
}
