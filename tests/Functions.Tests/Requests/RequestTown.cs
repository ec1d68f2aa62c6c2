using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Web.Desks;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Requests;

/// <summary>The request's page with a few schools, and what people do with it.</summary>
internal static class RequestTown
{
    internal const string New = "/mini-grants/new";

    internal static async Task<PageApp> StartAsync(AzuriteFixture azurite, params MiniGrantEvent[] history)
    {
        var app = await PageApp.StartAsync(azurite, history);
        School[] schools =
        [
            new("School 012", "Cluster 3", Dana, Pat, InProgram: true, "public"),
            new("School 044", "Cluster 4", PageApp.Kim, Pat, InProgram: true, "public"),
            new("Lincoln Elementary", "Cluster 4", Dana, Pat, InProgram: true, "public"),
            new("Lincoln High", "Cluster 4", PageApp.Kim, Pat, InProgram: true, "public"),
        ];
        await app.Get<DirectoryTable>().ReplaceAsync(schools, CancellationToken.None);
        app.Get<DirectoryCache>().Forget();
        return app;
    }

    /// <summary>Everything that the form asks for, on September 10, 2026.</summary>
    internal static Dictionary<string, string> Complete() => new()
    {
        ["leadSchool"] = "School 012",
        ["expectedParticipants"] = "20",
        ["submitter/name"] = "Dana Field",
        ["submitter/email"] = "dana.field@example.org",
        ["discussedWithLearningTeamOn"] = "September 8, 2026",
        ["title"] = "Spreadsheets for beginners",
        ["location/school"] = "School 012",
        ["location/address"] = "1200 Lake Street",
        ["location/room"] = "204",
        ["session/date"] = "October 14, 2026",
        ["session/start"] = "3:30 pm",
        ["session/end"] = "5:30 pm",
        ["session/type"] = "standard",
        ["partnerSchools/0/school"] = "",
        ["partnerSchools/0/expectedParticipants"] = "",
        ["instructor/name"] = "Robin Hale",
        ["facilitator"] = "",
        ["reflectsSchoolImprovementPlan"] = "yes",
        ["otherEvaluation/planned"] = "no",
        ["otherEvaluation/explanation"] = "",
        ["followUp/plan"] = "Each teacher shows one lesson.",
        ["followUp/location"] = "Library",
        ["followUp/date"] = "November 4, 2026",
        ["followUp/start"] = "",
    };

    internal static Dictionary<string, string> With(this Dictionary<string, string> form, params (string Name, string Text)[] changes)
    {
        foreach (var (name, text) in changes)
        {
            form[name] = text;
        }

        return form;
    }

    internal static Task<PageAnswer> PressAsync(this PageApp app, string button, Dictionary<string, string> form, string path = New) =>
        app.PostAsync(path, string.Join('&', form.With(("do", button)).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));

    /// <summary>The letters that wait, oldest first.</summary>
    internal static async Task<IReadOnlyList<LetterRow>> LettersAsync(this PageApp app) =>
        [.. (await app.Get<LetterTable>().ListWaitingAsync(CancellationToken.None)).OrderBy(letter => letter.PostedAt)];

    internal static string LinkIn(LetterRow letter) =>
        letter.Content!.Text.Split('\n').Single(line => line.Contains("/mini-grants/drafts/", StringComparison.Ordinal))["http://localhost:7071".Length..];

    internal static async Task<bool> IsTakenAsync(this PageApp app, string source) =>
        await app.Get<IntakeService>().FindAsync(source, CancellationToken.None) is not null;

    /// <summary>The draft behind a link.</summary>
    internal static async Task<KeptDraft> DraftAsync(this PageApp app, LetterRow letter) =>
        (await app.Get<IDraftStore>().FindAsync(letter.About!.Value, CancellationToken.None))!;

    /// <summary>Makes the browser bring back what an answer made it keep, as from our own page.</summary>
    internal static void Bring(this PageApp app, PageAnswer answer)
    {
        app.Headers["Cookie"] = answer.Response.Headers.SetCookie.ToString().Split(';')[0];
        app.Headers["Sec-Fetch-Site"] = "same-origin";
    }
}
