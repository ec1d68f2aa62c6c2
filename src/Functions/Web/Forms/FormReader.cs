using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TechPlan.Functions.Web.Forms;

/// <summary>Reads a posted form within narrow limits; what is no such form is answered with a value, not an exception.</summary>
public static class FormReader
{
    /// <summary>Reads the named fields of a form that has room for a note of a few pages.</summary>
    public static Task<PostedForm> ReadAsync(HttpRequest request, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        ReadAsync(request, new FormShape(fields), cancellationToken);

    /// <summary>Reads the fields that the form has; others, which browsers' helpers may add, are left alone.</summary>
    public static async Task<PostedForm> ReadAsync(HttpRequest request, FormShape shape, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(shape);
        if (!IsForm(request.ContentType))
        {
            return PostedForm.Unsupported;
        }

        if (request.ContentLength > shape.MaxBytes || await BodyAsync(request.Body, shape.MaxBytes, cancellationToken) is not { } body)
        {
            return PostedForm.TooLarge(shape.MaxBytes);
        }

        return await ParseAsync(body, shape, cancellationToken);
    }

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole body, or null when it is longer than allowed, whatever length it claimed.</summary>
    private static async Task<MemoryStream?> BodyAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[maxBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > maxBytes ? null : new MemoryStream(buffer, 0, length, writable: false);
    }

    private static async Task<PostedForm> ParseAsync(Stream body, FormShape shape, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new Microsoft.AspNetCore.WebUtilities.FormReader(body) { ValueCountLimit = shape.MaxFields, ValueLengthLimit = shape.MaxBytes };
            var form = await reader.ReadFormAsync(cancellationToken);
            return shape.Fields.Any(field => form.TryGetValue(field, out var values) && values.Count > 1)
                ? PostedForm.Malformed
                : new PostedForm.Form(new FormState(Known(form, shape.Fields), []));
        }
        catch (InvalidDataException)
        {
            return PostedForm.Malformed;
        }
    }

    private static ImmutableDictionary<string, string> Known(
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form, IReadOnlyCollection<string> fields) =>
        fields.Where(form.ContainsKey).ToImmutableDictionary(field => field, field => TypedText.Clean(form[field]), StringComparer.Ordinal);
}
