using static TorchSharp.torch;

namespace Research.Torch.States;

/// <summary>Whether a saved state fits a module; what does not is named all at once.</summary>
internal static class StateCheck
{
    public static void Names(string[] missing, string[] unexpected, bool strict)
    {
        if (strict && missing.Length + unexpected.Length > 0)
        {
            string lacks = missing.Length == 0 ? "" : $" The state lacks {string.Join(", ", missing)}.";
            string extra = unexpected.Length == 0 ? "" : $" The module has no {string.Join(", ", unexpected)}.";
            throw new ArgumentException(
                $"The saved state is of another module.{lacks}{extra} Load it into the module that it was saved from."
            );
        }
    }

    public static void Shapes(
        IReadOnlyList<(string Name, ScalarType Type, long[] Sizes, ScalarType GivenType, long[] Given)> entries
    )
    {
        string[] different =
        [
            .. entries
                .Where(entry => entry.Type != entry.GivenType || !Torch.Shapes.Same(entry.Sizes, entry.Given))
                .Select(entry =>
                    $"{entry.Name} is {entry.Type} {Torch.Shapes.Text(entry.Sizes)}, saved as {entry.GivenType} {Torch.Shapes.Text(entry.Given)}"
                ),
        ];
        if (different.Length > 0)
        {
            throw new ArgumentException($"The saved state has other shapes: {string.Join("; ", different)}.");
        }
    }
}
