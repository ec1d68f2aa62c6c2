using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item;
using Microsoft.Graph.Users.Item.Messages.Item.Move;
using Microsoft.Kiota.Abstractions;
using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mailbox.Reading;

/// <summary>The mailbox's folders by their ids, looked up once. One that is missing is made; one that somebody has deleted is made again.</summary>
internal sealed class MailboxFolders(GraphConnection graph, IOptions<MailboxOptions> options)
{
    private readonly string?[] _ids = new string?[Enum.GetValues<MailPlace>().Length];
    private string? _inbox;

    private UserItemRequestBuilder Mailbox => graph.Client.Users[options.Value.Address];

    public async Task<string> InboxAsync(CancellationToken cancellation) =>
        _inbox ??= (await Mailbox.MailFolders["inbox"].GetAsync(r => r.QueryParameters.Select = ["id"], cancellation))!.Id!;

    /// <summary>Moves a message; one that has gone meanwhile is left to whoever took it.</summary>
    public async Task MoveAsync(string message, MailPlace place, CancellationToken cancellation)
    {
        var folder = _ids[(int)place] ??= await FindOrMakeAsync(place, cancellation);
        if (!await TryMoveAsync(message, folder, cancellation))
        {
            // The message is gone, or the folder is.
            _ids[(int)place] = folder = await FindOrMakeAsync(place, cancellation);
            await TryMoveAsync(message, folder, cancellation);
        }
    }

    private async Task<bool> TryMoveAsync(string message, string folder, CancellationToken cancellation)
    {
        try
        {
            await Mailbox.Messages[message].Move.PostAsync(new MovePostRequestBody { DestinationId = folder }, cancellationToken: cancellation);
            return true;
        }
        catch (ApiException gone) when (gone.IsGone())
        {
            return false;
        }
    }

    private async Task<string> FindOrMakeAsync(MailPlace place, CancellationToken cancellation) =>
        await FindAsync(NameOf(place), cancellation) ?? await MakeAsync(NameOf(place), cancellation);

    private async Task<string> MakeAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await Mailbox.MailFolders.PostAsync(new MailFolder { DisplayName = name }, cancellationToken: cancellation))!.Id!;
        }
        catch (ApiException exists) when (exists.ResponseStatusCode == 409)
        {
            return await FindAsync(name, cancellation) ?? throw new InvalidOperationException("The mailbox has such a folder, and yet it has not.", exists);
        }
    }

    private async Task<string?> FindAsync(string name, CancellationToken cancellation)
    {
        var found = await Mailbox.MailFolders.GetAsync(
            r =>
            {
                r.QueryParameters.Filter = $"displayName eq '{name.Replace("'", "''", StringComparison.Ordinal)}'";
                r.QueryParameters.Select = ["id", "displayName"];
            },
            cancellation);
        return found?.Value?.FirstOrDefault()?.Id;
    }

    private string NameOf(MailPlace place) => place switch
    {
        MailPlace.Processed => options.Value.ProcessedFolder,
        MailPlace.NeedsAttention => options.Value.NeedsAttentionFolder,
    };
}
