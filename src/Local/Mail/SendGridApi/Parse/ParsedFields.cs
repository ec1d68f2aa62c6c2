using System.Text.Json;
using System.Text.RegularExpressions;
using TechPlan.Local.Mail.Mime;

namespace TechPlan.Local.Mail.SendGridApi.Parse;

/// <summary>A mail in the fields that Inbound Parse posts when it is not asked for the raw mail.</summary>
internal static partial class ParsedFields
{
    private static readonly string[] Texts = ["headers", "from", "to", "cc", "subject", "text", "html", "filename"];

    public static ParseForm Of(MimeMail mail, string boundary)
    {
        var head = mail.Head;
        var form = new ParseForm(boundary)
            .Field("headers", string.Concat(head.Headers.Select(header => $"{header.Name}: {header.Value}\n")))
            .Field("dkim", Dkim(head))
            .Field("to", head.Text("To") ?? "")
            .Field("from", head.Text("From") ?? "")
            .Field("subject", mail.Subject)
            .Field("sender_ip", "192.0.2.1")
            .Field("envelope", JsonSerializer.Serialize(new { to = mail.Addresses("To").Select(person => person.Address), from = EnvelopeFrom(mail) }))
            .Field("charsets", JsonSerializer.Serialize(Texts.ToDictionary(name => name, _ => "UTF-8", StringComparer.Ordinal)))
            .Field("SPF", Spf().Match(Verdict(head)) is { Success: true } spf ? spf.Groups["result"].Value : "none");
        AddBody(form, mail.Body);
        AddFiles(form, mail.Files);
        return form;
    }

    /// <summary>A mail that has no text has no such field, rather than an empty one.</summary>
    private static void AddBody(ParseForm form, MimeBody body)
    {
        if (body.Text is { } text)
        {
            form.Field("text", text);
        }

        if (body.Html is { } html)
        {
            form.Field("html", html);
        }
    }

    private static void AddFiles(ParseForm form, IReadOnlyList<MimeFile> files)
    {
        form.Field("attachments", $"{files.Count}");
        if (files.Count == 0)
        {
            return;
        }

        form.Field("attachment-info", JsonSerializer.Serialize(files.ToDictionary(FieldOf, Info, StringComparer.Ordinal)));
        foreach (var file in files)
        {
            form.File(FieldOf(file), file.Name, file.Part.Type.Value, file.Part.Content());
        }
    }

    private static string FieldOf(MimeFile file) => $"attachment{file.Place + 1}";

    private static Dictionary<string, string> Info(MimeFile file)
    {
        var info = new Dictionary<string, string>(StringComparer.Ordinal) { ["filename"] = file.Name, ["name"] = file.Name, ["type"] = file.Part.Type.Value };
        if (file.Part.ContentId is { } id)
        {
            info["content-id"] = id;
        }

        return info;
    }

    private static string EnvelopeFrom(MimeMail mail) =>
        mail.Addresses("Return-Path").Concat(mail.Addresses("From")).FirstOrDefault()?.Address ?? "";

    /// <summary>What a server noted on top of the mail stands for what SendGrid would have found out itself.</summary>
    private static string Verdict(MimeHead head) => head.Raw("Authentication-Results") ?? "";

    private static string Dkim(MimeHead head)
    {
        var signatures = Signature().Matches(Verdict(head)).Select(found => $"@{found.Groups["domain"].Value} : {found.Groups["result"].Value}").ToList();
        return signatures.Count > 0 ? $"{{{string.Join(", ", signatures)}}}" : "none";
    }

    [GeneratedRegex(@"\bspf=(?<result>[a-z]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spf();

    [GeneratedRegex(@"\bdkim=(?<result>[a-z]+)[^;]{0,500}?\bheader\.[di]=@?(?<domain>[a-z0-9.-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signature();
}
