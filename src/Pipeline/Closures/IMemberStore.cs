namespace Research.Pipeline.Closures;

/// <summary>Keeps the members of closures by their digest, as leaves of fingerprints keep them.</summary>
public interface IMemberStore
{
    /// <summary>The digest that members have.</summary>
    string DigestOf(IReadOnlyDictionary<string, string> members);

    /// <param name="members">Symbols and hashes.</param>
    /// <param name="constants">Constants of members, one a line; only to be shown.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    void Keep(IReadOnlyDictionary<string, string> members, IReadOnlyDictionary<string, string> constants);

    /// <summary>Constants by symbol of the members of that digest; none where they are not known.</summary>
    IReadOnlyDictionary<string, string> ConstantsOf(string digest);

    /// <summary>The members of that digest; null where they are not known.</summary>
    IReadOnlyDictionary<string, string>? Find(string digest);
}
