using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>The part of a network that learns, and the part that does not.</summary>
internal sealed class FrozenParts
{
    private readonly nn.Module[] _modules;

    /// <summary>Stops the gradients of everything at or below the paths.</summary>
    /// <exception cref="ArgumentException">A path names no parameter, or nothing is left to learn.</exception>
    public FrozenParts(nn.Module network, IReadOnlyList<string> paths)
    {
        (string Name, Parameter Parameter)[] all = [.. network.named_parameters()];
        string[] unknown = [.. paths.Where(path => !all.Any(item => Lies(item.Name, path)))];
        if (unknown.Length > 0)
        {
            throw new ArgumentException(
                $"Nothing to freeze at {Quoted(unknown)}; the network has {Quoted(all.Select(item => item.Name))}."
            );
        }

        Trained = [.. all.Where(item => !paths.Any(path => Lies(item.Name, path))).Select(item => item.Parameter)];
        if (Trained.Count == 0)
        {
            throw new ArgumentException($"All parameters are frozen by {Quoted(paths)}. Leave some to learn.");
        }

        _modules = [.. network.named_modules().Where(item => paths.Contains(item.name)).Select(item => item.module)];
        foreach ((_, Parameter parameter) in all.Where(item => paths.Any(path => Lies(item.Name, path))))
        {
            parameter.requires_grad = false;
        }
    }

    /// <summary>The parameters that learn, in the network's order.</summary>
    public IReadOnlyList<Parameter> Trained { get; }

    /// <summary>Puts the frozen modules back into evaluation mode.</summary>
    public void Evaluate()
    {
        foreach (nn.Module module in _modules)
        {
            module.eval();
        }
    }

    private static bool Lies(string name, string path) => name == path || name.StartsWith(path + ".", StringComparison.Ordinal);

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
