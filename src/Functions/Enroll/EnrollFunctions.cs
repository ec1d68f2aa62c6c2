using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Functions.Enroll;

/// <summary>The built-in Enroll's page of a session, open to everybody who knows its address.</summary>
public sealed class EnrollFunctions(EnrollDesk desk)
{
    [Function("Enroll")]
    public Task<IResult> EnrollAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "enroll/{sessionId}")] HttpRequest request,
        string sessionId,
        CancellationToken cancellation) =>
        desk.VisitAsync(request, sessionId, cancellation);
}
