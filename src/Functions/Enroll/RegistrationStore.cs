using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Domain.Enrollment;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Enroll;

/// <summary>
/// Who is registered for which session. One partition per mini-grant; the row's key is made from the address, so that an
/// insert, which never overwrites, registers it once.
/// </summary>
public sealed class RegistrationStore(TechPlanTables tables)
{
    private readonly TableClient _table = tables.Registrations;

    /// <summary>Registers somebody; false when the address was registered before, whose first registration then stands.</summary>
    public async Task<bool> AddAsync(MiniGrantId session, Registration registration, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(RowOf(session, registration), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Takes a registration back.</summary>
    public Task RemoveAsync(MiniGrantId session, EmailAddress address, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(session.Value, KeyOf(address), cancellationToken: cancellation);

    /// <summary>Everybody who is registered, first come first.</summary>
    public async Task<ImmutableArray<Registration>> ListAsync(MiniGrantId session, CancellationToken cancellation)
    {
        var registrations = new List<Registration>();
        await foreach (var row in _table.QueryAsync<TableEntity>(FilterOf(session), cancellationToken: cancellation))
        {
            registrations.Add(RegistrationOf(row));
        }

        return [.. registrations.OrderBy(registration => registration.RegisteredAt)];
    }

    /// <summary>How many are registered.</summary>
    public async Task<int> CountAsync(MiniGrantId session, CancellationToken cancellation)
    {
        var rows = _table.QueryAsync<TableEntity>(FilterOf(session), select: [nameof(ITableEntity.RowKey)], cancellationToken: cancellation);
        return await rows.CountAsync(cancellation);
    }

    private static string FilterOf(MiniGrantId session) => TableClient.CreateQueryFilter($"PartitionKey eq {session.Value}");

    private static TableEntity RowOf(MiniGrantId session, Registration registration) => new(session.Value, KeyOf(registration.Who.Email))
    {
        ["Name"] = registration.Who.Name,
        ["Email"] = registration.Who.Email.Value,
        ["School"] = registration.School,
        ["RegisteredAt"] = registration.RegisteredAt,
    };

    private static Registration RegistrationOf(TableEntity row) => new(
        new Person(row.GetString("Name")!, EmailAddress.Parse(row.GetString("Email")!)),
        row.GetString("School")!,
        row.GetDateTimeOffset("RegisteredAt")!.Value);

    /// <summary>A hash, because addresses may hold characters that keys may not.</summary>
    private static string KeyOf(EmailAddress address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Normalized)));
}
