using System.Reflection;

namespace Research.Pipeline.Closures;

/// <summary>Where the code of a target begins, and what exists before its code runs.</summary>
/// <param name="Methods">Methods that the engine calls.</param>
/// <param name="Instances">Types of objects that the target's settings hold: virtual calls may land in them.</param>
public sealed record CodeRoots(IReadOnlyList<MethodBase> Methods, IReadOnlyCollection<Type> Instances)
{
    /// <summary>The same roots give the same text within this process; quicker than <see cref="Key"/>, which lasts.</summary>
    internal string Identity =>
        string.Join(' ', Methods.Select(method => method.MethodHandle.Value).Order())
        + "|"
        + string.Join(' ', Instances.Select(type => type.TypeHandle.Value).Order());

    /// <summary>The same roots give the same text; the key of the cache of closures.</summary>
    public string Key =>
        string.Join(
            '\n',
            Methods.Select(method => $"{method.Module.Name} {method.MetadataToken:x8}").Order(StringComparer.Ordinal)
        )
        + "\n\n"
        + string.Join(
            '\n',
            Instances.Select(type => $"{type.Module.Name} {type.MetadataToken:x8}").Order(StringComparer.Ordinal)
        );
}
