namespace TechPlan.Testing;

/// <summary>The collection of the tests that need tables: <c>[Collection(AzuriteTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
