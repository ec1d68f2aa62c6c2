using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Functions.OpenApi;

/// <summary>Serves the API's contract and the JSON Schema of a request.</summary>
public static class ContractFunctions
{
    [Function("OpenApi")]
    public static IResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request) =>
        TypedResults.Bytes(ContractFiles.OpenApi, "application/json");

    [Function("MiniGrantRequestSchema")]
    public static IResult MiniGrantRequestSchema(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "schemas/mini-grant-request.json")] HttpRequest request) =>
        TypedResults.Bytes(ContractFiles.MiniGrantRequestSchema, "application/schema+json");
}
