using Azure;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Reads and writes again when somebody else wrote in between.</summary>
internal static class Contention
{
    /// <summary>Posts about the same mini-grant come a few at a time; more conflicts than this are no coincidence.</summary>
    private const int MostTries = 8;

    internal static async Task<T> RetryAsync<T>(Func<Task<T>> attempt)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412 && tries < MostTries)
            {
                // What the other one wrote counts as well, so it is read first.
            }
        }
    }
}
