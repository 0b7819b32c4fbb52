using System.Text.Json.Serialization.Metadata;

namespace Research.Results.Charts;

/// <summary>Every kind of chart, found among the types of this assembly, and how a file names them.</summary>
[FindsDeclaredTypes]
public static class ChartKinds
{
    /// <summary>The member of a chart in a file that says its kind.</summary>
    public const string Discriminator = "kind";

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(Chart)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Chart)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Has a serializer write a chart's kind, the type's name, and read the chart as that kind.</summary>
    internal static void Discriminate(JsonTypeInfo info)
    {
        if (info.Type == typeof(Chart))
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Discriminator };
            foreach (Type kind in All)
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
            }
        }
    }
}
