using System.Globalization;
using TechPlan.Domain;
using TechPlan.Domain.Directory;
using TechPlan.Domain.Enrollment;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Mail.Rendering;

namespace TechPlan.Functions.Tests.Mail.Delivery;

/// <summary>A small district and what can happen in it.</summary>
internal static class TestDistrict
{
    public const string Office = "learning.technologies@example.org";
    public static readonly DateTimeOffset Monday = new(2026, 9, 21, 15, 0, 0, TimeSpan.Zero);
    public static readonly MiniGrantId Id = MailSamples.Id;
    public static readonly string Lead = MailSamples.Lead.Email.Value;
    public static readonly string Specialist = MailSamples.Specialist.Email.Value;
    public static readonly Person Facilitator = new("Lee Sanders", EmailAddress.Parse("lee.sanders@example.org"));

    public static async Task FoundAsync(this MailTown town)
    {
        var schools = new[] { new School("School 012", "Cluster 3", MailSamples.Lead, Facilitator, true, "public") };
        await town.The<DirectoryTable>().ReplaceAsync(schools, CancellationToken.None);
        await town.The<DirectoryTable>().ReplaceAsync([new Cluster("Cluster 3", MailSamples.Specialist)], CancellationToken.None);
        await town.The<Functions.Directory.DirectoryCache>().GetAsync(CancellationToken.None);
    }

    /// <summary>Lets things happen to the mini-grant: the notices they lead to wait in its outbox then.</summary>
    public static async Task HappensAsync(this MailTown town, params MiniGrantEvent[] events)
    {
        var store = town.The<MiniGrantStore>();
        town.Clock.Now = events[^1].At > town.Clock.Now ? events[^1].At : town.Clock.Now;
        var before = await store.ReadAsync(Id, CancellationToken.None) ?? StoredMiniGrant.NotYet("test", "mark");
        Assert.NotNull(await store.TryCommitAsync(Id, before, [.. events], "mark", filed: null, CancellationToken.None));
    }

    public static MiniGrantEvent.Submitted Submitted(string? facilitator = "Lee Sanders") =>
        new(Monday, MailSamples.Submission with { Request = MailSamples.Request with { Facilitator = facilitator } });

    public static MiniGrantEvent.Approved Approved => new(Monday.AddHours(1), MailSamples.Specialist);

    public static MiniGrantEvent.Confirmed Confirmed => new(Monday.AddHours(2), 17, null);

    /// <summary>A confirmed session, with only the notices of the confirmation waiting.</summary>
    public static async Task ConfirmAsync(this MailTown town, int registered)
    {
        await town.HappensAsync(Submitted(), Approved);
        await town.DeliverAsync();
        for (var i = 0; i < registered; i++)
        {
            var person = new Person($"Person {i}", EmailAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"person{i:D4}@example.org")));
            await town.The<RegistrationStore>().AddAsync(Id, new Registration(person, "School 044", Monday), CancellationToken.None);
        }

        await town.HappensAsync(Confirmed);
    }

    /// <summary>One run of the dispatcher, counted from nought.</summary>
    public static Task<DateTimeOffset?> DeliverAsync(this MailTown town)
    {
        town.Trouble.Begin();
        return town.The<IMailDelivery>().DeliverAsync(Id, town.Trouble.Run);
    }

    /// <summary>Runs that the kill may end, and whatever it takes to finish after it.</summary>
    public static async Task DeliverAtLastAsync(this MailTown town)
    {
        for (var runs = 0; await town.DeliverAsync() is { } next; runs++)
        {
            Assert.InRange(runs, 0, 20);
            town.Clock.Now = next;
        }
    }
}
