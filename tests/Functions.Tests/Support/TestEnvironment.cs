using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace TechPlan.Functions.Tests.Support;

/// <summary>An environment by its name alone.</summary>
internal sealed class TestEnvironment(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "TechPlan";

    public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
