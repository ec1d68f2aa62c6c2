using System.Reflection;
using System.Runtime.CompilerServices;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.Purity;

/// <summary>Data in, data out: what the analyzers cannot see of it.</summary>
public sealed class PurityTests
{
    private static readonly Assembly Domain = typeof(MiniGrantWorkflow).Assembly;

    [Fact]
    public void The_domain_stands_on_the_base_library_alone() =>
        Assert.All(Domain.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Nothing_public_can_be_changed_after_it_was_made() =>
        Assert.Empty(Domain.GetExportedTypes().SelectMany(type => type.GetProperties()).Where(IsMutable).Select(property => $"{property.DeclaringType?.Name}.{property.Name}"));

    [Fact]
    public void No_static_field_can_be_changed() =>
        Assert.Empty(Domain.GetTypes().Where(type => !IsGenerated(type)).SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false }).Select(field => $"{field.DeclaringType?.Name}.{field.Name}"));

    [Fact]
    public void Classes_are_sealed_or_abstract() =>
        Assert.Empty(Domain.GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.Name));

    private static bool IsMutable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsGenerated(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.Contains('<', StringComparison.Ordinal);
}
