using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Research.Data.Store;

namespace Research.Pipeline.Closures;

/// <summary>Closures, remembered for as long as none of our assemblies changes by a byte.</summary>
public sealed class ClosureCache : IDisposable
{
    private readonly string _folder;
    private readonly OwnCode _code;
    private readonly IMemberStore _members;
    private readonly Lazy<ClosureReader> _reader;
    private readonly Dictionary<string, CodeClosure> _known = [];
    private readonly string _state;

    /// <param name="folder">Where closures are kept.</param>
    /// <param name="code">Our assemblies.</param>
    /// <param name="members">Keeps their members.</param>
    /// <param name="hashes">Remembered hashes of files.</param>
    public ClosureCache(string folder, OwnCode code, IMemberStore members, FileHashes hashes)
    {
        (_folder, _code, _members) = (folder, code, members);
        _reader = new(() => new ClosureReader(code));
        Assemblies = code.Files().ToDictionary(path => Path.GetFileName(path), hashes.Of);
        _state = string.Join('\n', Assemblies.Select(file => $"{file.Key} {file.Value}"));
    }

    /// <summary>Our assemblies by file name, and their digests.</summary>
    public IReadOnlyDictionary<string, string> Assemblies { get; }

    public void Dispose() => _code.Dispose();

    /// <exception cref="Numerics.ResearchException">The code uses reflection, 'dynamic', or input that no leaf holds.</exception>
    public CodeClosure Of(CodeRoots roots)
    {
        string identity = roots.Identity;
        if (!_known.TryGetValue(identity, out CodeClosure? closure))
        {
            string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Format}\n{_state}\n\n{roots.Key}")));
            string path = Path.Combine(_folder, key[..2], key);
            closure = Load(roots, path) ?? Compute(roots, path);
            _known.Add(identity, closure);
        }

        return closure;
    }

    // Changes whenever what a closure says changes.
    private const string Format = "closure 6";

    private CodeClosure Compute(CodeRoots roots, string path)
    {
        CodeClosure read = _reader.Value.Read(roots);
        var closure = new CodeClosure(_members.DigestOf(read.Members), () => read.Members, WithTheirOwn(read.Packages));
        string text = string.Concat(closure.Packages.Prepend(closure.Digest).Select(line => $"{line}\n"));
        try
        {
            _members.Keep(read.Members, read.Constants);
            AtomicFile.Write(path, Digest(path, text) + "\n" + text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written forgets: the closure is computed anew next time.
        }

        return closure;
    }

    private CodeClosure? Load(CodeRoots roots, string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        string all = File.ReadAllText(path);
        int end = all.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || Digest(path, all[(end + 1)..]) != all[..end])
        {
            return null; // damaged: computed anew
        }

        string[] lines = all[(end + 1)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string digest = lines[0];
        return new CodeClosure(digest, () => _members.Find(digest) ?? _reader.Value.Read(roots).Members, lines[1..]);
    }

    /// <summary>Digest of the members that a file of the cache names; null where it is no such file.</summary>
    public static string? MembersNamedIn(string path) => File.ReadLines(path).Skip(1).FirstOrDefault();

    // A package may call other packages.
    private List<string> WithTheirOwn(IReadOnlyList<string> packages)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(packages);
        while (pending.TryDequeue(out string? name))
        {
            if (_code.PackageFile(name) is not { } file || !found.Add(name))
            {
                continue;
            }

            using var module = ModuleDefinition.ReadModule(file);
            foreach (AssemblyNameReference reference in module.AssemblyReferences)
            {
                pending.Enqueue(reference.Name);
            }
        }

        return [.. found];
    }

    // With the key, so that no closure passes for another.
    private static string Digest(string path, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Path.GetFileName(path)}\n{text}")));
}
