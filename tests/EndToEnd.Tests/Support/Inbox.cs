using System.Net.Http.Json;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>A mail as the local inbox lists it.</summary>
internal sealed record Mail(string Id, string Carrier, string From, string[] To, string Subject, string Text, string Html, Uri[] Links, DateTimeOffset SentAt, string? ConversationId)
{
    public Uri Link(string path) => Links.First(link => link.AbsolutePath.StartsWith(path, StringComparison.Ordinal));
}

/// <summary>Every mail that has gone out.</summary>
internal sealed class Inbox(RunningApp app)
{
    public async Task<Mail[]> AllAsync() => (await app.Http.GetFromJsonAsync<Mail[]>("/local/mail.json"))!;

    /// <summary>Mails to somebody whose subject holds the words, such as a mini-grant's id.</summary>
    public async Task<Mail[]> ToAsync(string address, string about)
    {
        var query = $"/local/mail.json?to={Uri.EscapeDataString(address)}&about={Uri.EscapeDataString(about)}";
        return (await app.Http.GetFromJsonAsync<Mail[]>(query))!;
    }

    /// <summary>The first mail to somebody about a mini-grant whose subject holds a word; waits for it.</summary>
    public async Task<Mail> WaitForAsync(string address, string about, string word = "")
    {
        Mail? found = null;
        await Eventually.HoldsAsync(
            async () =>
            {
                found = (await ToAsync(address, about)).FirstOrDefault(mail => mail.Subject.Contains(word, StringComparison.OrdinalIgnoreCase));
                return found is not null;
            },
            async () => $"No mail to {address} about {about} with '{word}' in its subject. There are: {string.Join(" | ", (await AllAsync()).Select(mail => $"{string.Join(',', mail.To)}: {mail.Subject}"))}\n{app.Output}");
        return found!;
    }
}
