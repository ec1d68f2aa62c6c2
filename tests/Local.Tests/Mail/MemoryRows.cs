using System.Globalization;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Tests.Mail;

/// <summary>Rows that outlive an app but not the test.</summary>
internal sealed class MemoryRows : IMailRows
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MailRow> _rows = [];
    private int _version;

    public Task<IReadOnlyList<MailRow>> LoadAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<MailRow>>([.. _rows.Values]);
        }
    }

    public Task<string> InsertAsync(MailRow row, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(Write(row));
        }
    }

    public Task<string?> ReplaceAsync(MailRow row, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(string.Equals(_rows[row.Id].Version, row.Version, StringComparison.Ordinal) ? Write(row) : null);
        }
    }

    private string Write(MailRow row)
    {
        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        _rows[row.Id] = row with { Version = version };
        return version;
    }
}
