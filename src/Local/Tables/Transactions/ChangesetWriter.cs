using System.Buffers;
using System.Text;
using Azure.Core;
using TechPlan.Local.Tables.Http;

namespace TechPlan.Local.Tables.Transactions;

/// <summary>
/// Writes a transaction: a multipart body whose only part is a changeset, itself multipart, whose parts are whole HTTP requests.
/// </summary>
internal sealed class ChangesetWriter(string address)
{
    private readonly ArrayBufferWriter<byte> _parts = new(4096);
    private readonly string _batch = $"batch_{Guid.NewGuid():D}";
    private readonly string _changeset = $"changeset_{Guid.NewGuid():D}";

    public bool IsEmpty => _parts.WrittenCount == 0;

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    public void Add(EntityOperation operation)
    {
        if (IsEmpty)
        {
            Write($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changeset}\r\n\r\n");
        }

        Write($"--{_changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Write($"{operation.Method} {address}{operation.Path} HTTP/1.1\r\n");
        WriteHeader("Accept", "application/json;odata=minimalmetadata");
        WriteHeader("DataServiceVersion", "3.0");
        TableTransport.WriteHeaders(operation, WriteHeader);
        Write("\r\n");
        _parts.Write(operation.Body.Span);
        Write("\r\n");
    }

    public RequestContent ToContent()
    {
        Write($"--{_changeset}--\r\n--{_batch}--\r\n");
        return RequestContent.Create(_parts.WrittenMemory);
    }

    private void WriteHeader(string name, string value) => Write($"{name}: {value}\r\n");

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _parts);
}
