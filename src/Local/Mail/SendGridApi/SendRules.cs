using System.Text;

namespace TechPlan.Local.Mail.SendGridApi;

/// <summary>What SendGrid refuses, in the order in which it looks.</summary>
internal static class SendRules
{
    private const int MostPersonalizations = 1000;
    private const int MostRecipients = 1000;
    private const int MostCategories = 10;
    private const int LargestCustomArgs = 10_000;

    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding",
        "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    public static SendProblem? Check(SendRequest request)
    {
        var personalizations = request.Personalizations ?? [];
        return CheckFrom(request.From)
            ?? CheckPersonalizations(personalizations)
            ?? personalizations.Select((one, at) => CheckPersonalization(request, one, $"personalizations.{at}")).FirstOrDefault(problem => problem is not null)
            ?? CheckSubject(request, personalizations)
            ?? CheckContent(request.Content ?? [])
            ?? CheckHeaders(request.Headers, "headers")
            ?? CheckCategories(request.Categories ?? []);
    }

    private static SendProblem? CheckFrom(SendAddress? from)
    {
        if (from?.Email is not { Length: > 0 } email)
        {
            return SendProblem.Refused("from.email", "The from object must be provided for every email send.");
        }

        if (!Ascii.IsValid(email))
        {
            return SendProblem.Refused("from.email", "The from email address must not contain Unicode characters.");
        }

        return CheckAddress(from, "from");
    }

    private static SendProblem? CheckPersonalizations(IReadOnlyList<SendPersonalization> personalizations)
    {
        if (personalizations.Count is 0 or > MostPersonalizations)
        {
            return SendProblem.Refused("personalizations", $"The personalizations field is required and holds from 1 to {MostPersonalizations} personalizations.");
        }

        return personalizations.Sum(one => one.Everyone.Count()) > MostRecipients
            ? SendProblem.Refused("personalizations", $"A request goes to at most {MostRecipients} recipients.")
            : null;
    }

    private static SendProblem? CheckPersonalization(SendRequest request, SendPersonalization one, string field)
    {
        if (one.To is not { Count: > 0 })
        {
            return SendProblem.Refused($"{field}.to", "The to array is required for all personalization objects, and must have at least one email object with a valid email address.");
        }

        if (one.Everyone.GroupBy(address => address.Email, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return SendProblem.Refused(field, $"Each email address in the personalization block should be unique between to, cc, and bcc. [{twice.Key}] is there more than once.");
        }

        return one.Everyone.Select(address => CheckAddress(address, $"{field}.to")).FirstOrDefault(problem => problem is not null)
            ?? CheckHeaders(one.Headers, $"{field}.headers")
            ?? CheckCustomArgs(SendMerge.CustomArgs(request, one), $"{field}.custom_args");
    }

    private static SendProblem? CheckAddress(SendAddress address, string field)
    {
        if (!MailText.IsAddress(address.Email))
        {
            return SendProblem.Refused($"{field}.email", "Does not contain a valid address.");
        }

        return address.Name is { } name && (name.AsSpan().ContainsAny(';', ',') || MailText.BreaksHeader(name))
            ? SendProblem.Refused($"{field}.name", "A name holds no comma, semicolon or line break.")
            : null;
    }

    private static SendProblem? CheckSubject(SendRequest request, IReadOnlyList<SendPersonalization> personalizations)
    {
        var subjects = personalizations.Select(one => one.Subject ?? request.Subject).ToList();
        if (subjects.Exists(string.IsNullOrEmpty))
        {
            return SendProblem.Refused("subject", "The subject is required, unless every personalization has a subject.");
        }

        return subjects.Exists(MailText.BreaksHeader)
            ? SendProblem.Refused("subject", "The subject must not contain a line break.")
            : null;
    }

    private static SendProblem? CheckContent(IReadOnlyList<SendContent> content)
    {
        if (content.Count == 0)
        {
            return SendProblem.Refused("content", "The content parameter is required. There must be at least one defined content block.");
        }

        if (content.Any(block => string.IsNullOrEmpty(block.Value) || string.IsNullOrEmpty(block.Type)))
        {
            return SendProblem.Refused("content", "The content value must be a string at least one character in length, and have a type.");
        }

        var types = content.Select(block => block.Type).ToList();
        return types.IndexOf("text/plain") > 0
            ? SendProblem.Refused("content", "The content types are ordered: text/plain first, then text/html.")
            : null;
    }

    private static SendProblem? CheckHeaders(IReadOnlyDictionary<string, string>? headers, string field)
    {
        if ((headers ?? SendMerge.None).Keys.FirstOrDefault(ReservedHeaders.Contains) is { } reserved)
        {
            return SendProblem.Refused($"{field}.{reserved}", "The header is reserved.");
        }

        return (headers ?? SendMerge.None).Any(header => MailText.BreaksHeader(header.Key) || MailText.BreaksHeader(header.Value))
            ? SendProblem.Refused(field, "A header must not contain a line break.")
            : null;
    }

    private static SendProblem? CheckCustomArgs(IReadOnlyDictionary<string, string> args, string field) =>
        args.Sum(arg => Encoding.UTF8.GetByteCount(arg.Key) + Encoding.UTF8.GetByteCount(arg.Value)) > LargestCustomArgs
            ? SendProblem.Refused(field, $"Custom arguments are at most {LargestCustomArgs} bytes together.")
            : null;

    private static SendProblem? CheckCategories(IReadOnlyList<string> categories) =>
        categories.Count > MostCategories || categories.Distinct(StringComparer.Ordinal).Count() < categories.Count
            ? SendProblem.Refused("categories", $"At most {MostCategories} categories, each once.")
            : null;
}
