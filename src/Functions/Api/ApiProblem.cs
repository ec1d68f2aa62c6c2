using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace TechPlan.Functions.Api;

/// <summary>Problems for programs (RFC 9457).</summary>
internal static class ApiProblem
{
    internal const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>A problem without further errors.</summary>
    /// <param name="detail">What is the matter and the way out, in a sentence or two.</param>
    internal static IResult Of(int status, string detail) => new ApiAnswer(status, json => WriteHead(json, status, detail), ContentType);

    /// <summary>A problem with several errors, each written as one object.</summary>
    internal static IResult Of<T>(int status, string detail, IEnumerable<T> errors, Action<Utf8JsonWriter, T> write) => new ApiAnswer(
        status,
        json =>
        {
            WriteHead(json, status, detail);
            json.WriteStartArray("errors");
            foreach (var error in errors)
            {
                json.WriteStartObject();
                write(json, error);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        ContentType);

    private static void WriteHead(Utf8JsonWriter json, int status, string detail)
    {
        json.WriteString("type", "about:blank");
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
    }
}
