using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace TechPlan.Local.Tables.Http;

/// <summary>Sends what a client asks through its pipeline; knows the protocol's headers, not its bodies.</summary>
internal sealed class TableTransport(HttpPipeline pipeline, Uri endpoint, string version)
{
    private const string Json = "application/json;odata=minimalmetadata";

    private static readonly ResponseClassifier NotFoundIsAnAnswer = new StatusCodeClassifier([200, 204, 404]);
    private static readonly ResponseClassifier ConflictIsAnAnswer = new StatusCodeClassifier([201, 204, 409]);

    public string Address { get; } = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Reads, or with <paramref name="orNotFound"/> answers 404 as a response instead of an exception.</summary>
    public Task<Response> GetAsync(string pathAndQuery, bool orNotFound, CancellationToken cancellation) =>
        SendAsync(Message(RequestMethod.Get, pathAndQuery, orNotFound ? NotFoundIsAnAnswer : null), cancellation);

    /// <summary>Writes one row; a delete of what is not there counts as done.</summary>
    public Task<Response> SendAsync(EntityOperation operation, CancellationToken cancellation)
    {
        var isDelete = operation.Method == RequestMethod.Delete;
        var message = Message(operation.Method, operation.Path, isDelete ? NotFoundIsAnAnswer : null);
        WriteHeaders(operation, message.Request.Headers.Add);
        message.Request.Content = isDelete ? null : RequestContent.Create(operation.Body);
        return SendAsync(message, cancellation);
    }

    /// <summary>The headers of a write that it has alone as well as inside a transaction.</summary>
    public static void WriteHeaders(EntityOperation operation, Action<string, string> add)
    {
        if (operation.IfMatch is not null)
        {
            add("If-Match", operation.IfMatch);
        }

        if (operation.Method != RequestMethod.Delete)
        {
            add("Content-Type", "application/json;odata=nometadata");
        }

        if (operation.Method == RequestMethod.Post)
        {
            add("Prefer", "return-no-content");
        }
    }

    public Task<Response> SendBatchAsync(RequestContent body, string contentType, CancellationToken cancellation)
    {
        var message = Message(RequestMethod.Post, "/$batch", null);
        message.Request.Headers.Add("Content-Type", contentType);
        message.Request.Content = body;
        return SendAsync(message, cancellation);
    }

    /// <summary>Creates a table; answers 409 as a response, since it may only say that the table is there.</summary>
    public Task<Response> CreateTableAsync(string name, CancellationToken cancellation)
    {
        var message = Message(RequestMethod.Post, "/Tables", ConflictIsAnAnswer);
        message.Request.Headers.Add("Content-Type", "application/json;odata=nometadata");
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(
            Encoding.UTF8.GetBytes($"{{\"TableName\":\"{JsonEncodedText.Encode(name)}\"}}"));
        return SendAsync(message, cancellation);
    }

    public Task<Response> DeleteTableAsync(string name, CancellationToken cancellation) =>
        SendAsync(
            Message(RequestMethod.Delete, $"/Tables('{Uri.EscapeDataString(ODataFilter.DoubleQuotes(name))}')", NotFoundIsAnAnswer),
            cancellation);

    public static RequestFailedException Failure(Response response) => new(response, null, ServiceErrorParser.Instance);

    private HttpMessage Message(RequestMethod method, string pathAndQuery, ResponseClassifier? classifier)
    {
        var message = pipeline.CreateMessage();
        message.ResponseClassifier = classifier ?? message.ResponseClassifier;
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(Address + pathAndQuery));
        request.Headers.Add("x-ms-version", version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", Json);
        return message;
    }

    // The classifier is asked here rather than Response.IsError, which a policy that answers by itself cannot set.
    private async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellation)
    {
        using (message)
        {
            await pipeline.SendAsync(message, cancellation);
            return message.ResponseClassifier.IsErrorResponse(message) ? throw Failure(message.Response) : message.Response;
        }
    }
}
