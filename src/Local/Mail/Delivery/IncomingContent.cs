using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Mail.GraphApi.Attachments;
using TechPlan.Local.Mail.Mime;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>What a mail that came in holds beyond its row, taken from the mail as it came.</summary>
internal sealed class IncomingContent(IMailContent contents)
{
    /// <returns>The mail as it came; null for what did not come in.</returns>
    public Task<ReadOnlyMemory<byte>?> ReadAsync(GraphDocument message, CancellationToken cancellation) =>
        message.Incoming is null ? Task.FromResult<ReadOnlyMemory<byte>?>(null) : contents.ReadAsync(message.Id, cancellation);

    public async Task<MimeMail?> ReadMailAsync(GraphDocument message, CancellationToken cancellation) =>
        await ReadAsync(message, cancellation) is { } bytes ? MimeMail.Read(bytes) : null;

    public async Task<ReadOnlyMemory<byte>?> ReadFileAsync(GraphDocument message, GraphAttachment file, CancellationToken cancellation) =>
        (await ReadMailAsync(message, cancellation))?.Files[file.Place].Part.Content();

    public async Task<GraphDocument> WithWholeBodyAsync(GraphDocument message, CancellationToken cancellation) =>
        message.Incoming is { HasWholeBody: false } && await ReadMailAsync(message, cancellation) is { } mail
            ? message with { Message = message.Message with { Body = IncomingMail.BodyOf(mail) } }
            : message;
}
