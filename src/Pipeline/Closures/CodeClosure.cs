using System.Collections.ObjectModel;

namespace Research.Pipeline.Closures;

/// <summary>All code that can run for a target: what the code leaf and the packages leaf are made of.</summary>
public sealed class CodeClosure
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _members;

    public CodeClosure(IReadOnlyDictionary<string, string> members, IReadOnlyList<string> packages) =>
        (_members, Packages) = (new(members), packages);

    /// <summary>A closure that was read before, whose members are read again when they are first asked for: a run with nothing to do asks for none.</summary>
    public CodeClosure(string digest, Func<IReadOnlyDictionary<string, string>> members, IReadOnlyList<string> packages) =>
        (Digest, _members, Packages) = (digest, new(members), packages);

    /// <summary>Of the members; null where it was not taken yet.</summary>
    public string? Digest { get; }

    /// <summary>Symbol of each method, type and resource of our own that is reached, and the hash of what it says.</summary>
    public IReadOnlyDictionary<string, string> Members => _members.Value;

    /// <summary>Constants by symbol, one a line, of members that have some; empty for a closure that was read before.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Names of the package assemblies that this code calls.</summary>
    public IReadOnlyList<string> Packages { get; }
}
