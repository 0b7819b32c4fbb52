using System.Security.Cryptography;
using System.Text;
using Research.Numerics;
using Research.Pipeline.Closures;
using Research.Pipeline.Targets;

namespace Research.SelfTests;

/// <summary>A synthetic target: its content is a digest of its value and of what is upstream.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its only setting.</param>
/// <param name="upstream">Names of the targets that it reads.</param>
/// <param name="published">Whether it has a folder under artifacts/.</param>
/// <param name="fails">Whether making it goes wrong.</param>
internal sealed class RandomNode(string name, int value, IReadOnlyList<string> upstream, bool published, bool fails) : Target
{
    public const string File = "content.txt";

    public override string Name => name;

    public override TargetKind Kind => TargetKind.Trial;

    public override IReadOnlyList<string> Upstream => upstream;

    public override string? Folder => published ? name : null;

    public override IReadOnlyDictionary<string, string> MoreSettings { get; } =
        new Dictionary<string, string> { ["value"] = FormattableString.Invariant($"{value}"), ["fails"] = fails ? "yes" : "no" };

    public int Value => value;

    public bool Published => published;

    public override CodeRoots Roots => OwnMake;

    /// <summary>What its file must hold, given those of the targets upstream.</summary>
    public static string ContentOf(int value, IEnumerable<string> upstream) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{value}\n{string.Join('\n', upstream)}")));

    public override void Make(Job job)
    {
        if (fails)
        {
            throw new ResearchException("asked to fail");
        }

        job.Write(File, ContentOf(value, upstream.Select(target => job.ReadText(target, File))));
    }
}
