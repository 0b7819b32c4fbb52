using System.Reflection;

namespace Research.Features.Naming;

/// <summary>Finds the features that an assembly offers by name.</summary>
public static class NamedFeatures
{
    /// <summary>Those of this package.</summary>
    public static IReadOnlyList<NamedFeature> All { get; } = In(typeof(NamedFeatures).Assembly);

    /// <summary>Every declaration in an assembly, ordered by namespace and class.</summary>
    /// <exception cref="ArgumentException">Two have one name.</exception>
    public static IReadOnlyList<NamedFeature> In(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        NamedFeature[] found =
        [
            .. assembly
                .GetTypes()
                .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(NamedFeature)))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => (NamedFeature)Activator.CreateInstance(type)!),
        ];
        return found.Select(feature => feature.Name).Distinct().Count() == found.Length
            ? found
            : throw new ArgumentException($"{assembly.GetName().Name} has two features of one name.", nameof(assembly));
    }
}
