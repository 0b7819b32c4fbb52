using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>A PTX file: its tables of constants, and its kernels, each compiled when it is first launched.</summary>
internal sealed partial class PtxModule
{
    private readonly Dictionary<string, nint> _constants = [];
    private readonly Dictionary<string, Lazy<PtxKernel>> _kernels = [];

    public PtxModule(string text)
    {
        text = Comment().Replace(text, "");
        foreach (Match table in Table().Matches(text))
        {
            byte[] bytes = [.. table.Groups["bytes"].Value.Split(',').Select(value => byte.Parse(value, Invariant))];
            nint memory;
            unsafe
            {
                memory = (nint)NativeMemory.AlignedAlloc((nuint)bytes.Length, 64); // as long as the process
            }

            Marshal.Copy(bytes, 0, memory, bytes.Length);
            _constants.Add(table.Groups["name"].Value, memory);
        }

        foreach (Match kernel in Kernel().Matches(text))
        {
            string name = kernel.Groups["name"].Value;
            (string parameters, string body) = (kernel.Groups["parameters"].Value, kernel.Groups["body"].Value);
            _kernels.Add(name, new(() => new PtxCompiler(name, parameters, body, _constants).Compile()));
        }
    }

    public IEnumerable<string> Names => _kernels.Keys;

    public PtxKernel this[string name] => _kernels[name].Value;

    internal static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.const\s+\.align\s+\d+\s+\.b8\s+(?<name>[\w$]+)\[\d+\]\s*=\s*\{(?<bytes>[^}]*)\}")]
    private static partial Regex Table();

    [GeneratedRegex(
        @"\.visible\s+\.entry\s+(?<name>[\w$]+)\s*\((?<parameters>[^)]*)\)[^{]*\{(?<body>.*?)\n\}",
        RegexOptions.Singleline
    )]
    private static partial Regex Kernel();
}
