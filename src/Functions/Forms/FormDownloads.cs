using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms.Writing;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Forms;

/// <summary>Hands out the empty form.</summary>
public sealed class FormDownloads(IOptions<DistrictOptions> district, IOptions<MailboxOptions> mailbox, IOptions<MiniGrantPolicy> policy)
{
    private readonly Lazy<byte[]> _word = new(() => WordForm.Write(Facts(district.Value, mailbox.Value, policy.Value)));

    private readonly Lazy<byte[]> _pdf = new(() => PdfForm.Write(Facts(district.Value, mailbox.Value, policy.Value)));

    [Function("WordForm")]
    public IResult Word([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "forms/mini-grant-request.docx")] HttpRequest request) =>
        Send(request, _word.Value, WordForm.MediaType, "mini-grant-request.docx");

    [Function("PdfForm")]
    public IResult Pdf([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "forms/mini-grant-request.pdf")] HttpRequest request) =>
        Send(request, _pdf.Value, PdfForm.MediaType, "mini-grant-request.pdf");

    private static FormFacts Facts(DistrictOptions district, MailboxOptions mailbox, MiniGrantPolicy policy) =>
        new(district.Name, mailbox.IsRead ? mailbox.Address : null, policy.LeadTimeDays);

    /// <summary>A file that changes only with the settings: whoever has it asks whether it is still the same.</summary>
    private static IResult Send(HttpRequest request, byte[] file, string mediaType, string name)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..16]}\"");
        return Results.File(file, mediaType, name, entityTag: tag);
    }
}
