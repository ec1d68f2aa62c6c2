using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>Asks Graph to tell us of new mail, and goes on asking.</summary>
internal sealed class MailboxSubscription(
    GraphConnection graph, MailboxState state, IOptions<MailboxOptions> options, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>Where Graph's notifications are received, of both kinds.</summary>
    public const string Route = "webhooks/graph";

    private const string Row = "subscription";

    private string NotificationUrl => new Uri(site.Value.BaseUrl!, "/" + Route).AbsoluteUri;

    /// <summary>What a subscription cannot change: where it calls, and the secret that it repeats.</summary>
    private string Terms => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{NotificationUrl}\n{options.Value.ClientState}")));

    /// <summary>Makes the subscription if there is none that fits, and renews it in good time.</summary>
    /// <param name="renew">Now, however long it still has.</param>
    /// <returns>Whether it was made anew, so that there may be mail that nobody told of.</returns>
    public async Task<bool> EnsureAsync(bool renew, CancellationToken cancellation)
    {
        var row = await state.FindAsync(Row, cancellation);
        if (row is not null && row.GetString("Terms") == Terms)
        {
            return (renew || row.GetDateTimeOffset("RenewAt") <= clock.GetUtcNow())
                && !await TryRenewAsync(row, cancellation)
                && await MakeAsync(row, cancellation);
        }

        if (row is not null)
        {
            await LetGoAsync(row.GetString("Id")!, cancellation);
        }

        return await MakeAsync(row, cancellation);
    }

    /// <summary>Until when Graph tells us of mail; null when it does not.</summary>
    public async Task<DateTimeOffset?> ExpiresAtAsync(CancellationToken cancellation) =>
        (await state.FindAsync(Row, cancellation))?.GetDateTimeOffset("ExpiresAt");

    /// <summary>The timer and the mailroom may both find that there is none: whoever notes hers first keeps it, and the other's is let go.</summary>
    private async Task<bool> MakeAsync(TableEntity? before, CancellationToken cancellation)
    {
        var made = await graph.Client.Subscriptions.PostAsync(
            new Subscription
            {
                ChangeType = "created",
                Resource = $"users/{options.Value.Address}/mailFolders('inbox')/messages",
                NotificationUrl = NotificationUrl,
                LifecycleNotificationUrl = NotificationUrl,
                ClientState = options.Value.ClientState,
                ExpirationDateTime = Wanted(),
            },
            cancellationToken: cancellation);
        if (await TryKeepAsync(made!, before, cancellation))
        {
            return true;
        }

        await LetGoAsync(made!.Id!, cancellation);
        return false;
    }

    /// <summary>A change of the expiry renews what Graph calls the authorization, too. False when there is nothing to renew.</summary>
    private async Task<bool> TryRenewAsync(TableEntity before, CancellationToken cancellation)
    {
        var id = before.GetString("Id")!;
        try
        {
            var renewed = await graph.Client.Subscriptions[id].PatchAsync(new Subscription { ExpirationDateTime = Wanted() }, cancellationToken: cancellation);
            renewed!.Id ??= id;
            await TryKeepAsync(renewed, before, cancellation);
            return true;
        }
        catch (ApiException gone) when (gone.IsGone())
        {
            return false;
        }
    }

    private async Task LetGoAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await graph.Client.Subscriptions[id].DeleteAsync(cancellationToken: cancellation);
        }
        catch (ApiException gone) when (gone.IsGone())
        {
        }
    }

    /// <summary>Graph may grant less than was asked for, so half of what it granted counts.</summary>
    private Task<bool> TryKeepAsync(Subscription granted, TableEntity? before, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var expires = granted.ExpirationDateTime ?? Wanted();
        var row = state.NewRow(Row);
        (row["Id"], row["Terms"], row["ExpiresAt"], row["RenewAt"]) = (granted.Id, Terms, expires, now + ((expires - now) / 2));
        return state.TryKeepAsync(row, before, cancellation);
    }

    private DateTimeOffset Wanted() => clock.GetUtcNow().AddMinutes(options.Value.SubscriptionMinutes);
}
