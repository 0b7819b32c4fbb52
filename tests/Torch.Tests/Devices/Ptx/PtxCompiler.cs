using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>Compiles a kernel to the runtime's own code, one instruction after the other: only what clang makes of our kernels; the rest is refused by name.</summary>
/// <remarks>
/// A register is a local variable of its type. At a barrier a thread puts its registers away and returns; the next call goes on there.
/// </remarks>
internal sealed partial class PtxCompiler(string name, string parameters, string body, Dictionary<string, nint> constants)
{
    private static readonly Type[] Arguments = [typeof(byte*), typeof(byte*), typeof(ulong*), typeof(int), typeof(PtxPlace*)];

    private readonly DynamicMethod _method = new(name, typeof(int), Arguments, typeof(PtxCompiler).Module, true);
    private readonly Dictionary<string, int> _offsets = [];
    private readonly Dictionary<string, int> _shared = [];
    private readonly Dictionary<string, Label> _labels = [];
    private readonly List<Label> _barriers = [];
    private PtxOperands _operands = null!;
    private ILGenerator _il = null!;

    public PtxKernel Compile()
    {
        _il = _method.GetILGenerator();
        (int[] sizes, int[] places, int bytes) = Parameters();
        List<string> lines = Lines(out int sharedBytes);
        _operands = new PtxOperands(_il, _offsets, _shared, constants);
        _operands.Declare(lines);
        int barriers = lines.Count(line => line.StartsWith("bar.sync", StringComparison.Ordinal));
        Enter(barriers);
        foreach (string line in lines)
        {
            Translate(line);
        }

        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Ret);
        var run = _method.CreateDelegate<PtxThread>();
        return new PtxKernel(name, sizes, places, bytes, sharedBytes, _operands.Registers.Count, barriers, run);
    }

    private (int[] Sizes, int[] Offsets, int Bytes) Parameters()
    {
        (var sizes, var places, int at) = (new List<int>(), new List<int>(), 0);
        foreach (Match match in Parameter().Matches(parameters))
        {
            int size = int.Parse(match.Groups[1].Value, PtxModule.Invariant) / 8;
            at = (at + size - 1) / size * size;
            _offsets.Add(match.Groups[2].Value, at);
            sizes.Add(size);
            places.Add(at);
            at += size;
        }

        return ([.. sizes], [.. places], at);
    }

    // Instructions and labels; declarations are read and left out.
    private List<string> Lines(out int sharedBytes)
    {
        var lines = new List<string>();
        sharedBytes = 0;
        foreach (string raw in body.Split('\n').SelectMany(line => line.Split(';')))
        {
            string line = raw.Trim().TrimStart('{').Trim(); // a block of its own has one register more
            line = line == "}" ? "" : line;
            Match shared = Shared().Match(line);
            if (shared.Success)
            {
                int align = int.Parse(shared.Groups[1].Value, PtxModule.Invariant);
                sharedBytes = (sharedBytes + align - 1) / align * align;
                _shared.Add(shared.Groups[2].Value, sharedBytes);
                sharedBytes += int.Parse(shared.Groups[3].Value, PtxModule.Invariant);
            }
            else if (line.Length > 0 && (!line.StartsWith('.') || line.StartsWith(".reg", StringComparison.Ordinal)))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    // Takes up where the thread stood.
    private void Enter(int barriers)
    {
        if (barriers == 0)
        {
            return;
        }

        Label start = _il.DefineLabel();
        _barriers.AddRange(Enumerable.Range(0, barriers).Select(_ => _il.DefineLabel()));
        _il.Emit(OpCodes.Ldarg_3);
        _il.Emit(OpCodes.Brfalse, start);
        _operands.LoadAll();
        _il.Emit(OpCodes.Ldarg_3);
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Switch, [.. _barriers]);
        _il.MarkLabel(start);
    }

    private void Translate(string line)
    {
        if (line.StartsWith(".reg", StringComparison.Ordinal))
        {
            return;
        }

        if (line.EndsWith(':'))
        {
            _il.MarkLabel(LabelOf(line[..^1]));
            return;
        }

        Match guard = Guard().Match(line);
        if (!guard.Success)
        {
            Plain(line);
            return;
        }

        Label after = _il.DefineLabel();
        _operands.Push(guard.Groups[2].Value, PtxClass.Predicate);
        _il.Emit(guard.Groups[1].Length > 0 ? OpCodes.Brtrue : OpCodes.Brfalse, after);
        Plain(guard.Groups[3].Value);
        _il.MarkLabel(after);
    }

    private void Plain(string line)
    {
        int space = line.IndexOfAny([' ', '\t']);
        string operation = space < 0 ? line : line[..space];
        string[] operands = space < 0 ? [] : [.. Operand().Matches(line[space..]).Select(match => match.Value.Trim())];
        switch (operation)
        {
            case "ret" or "exit":
                _il.Emit(OpCodes.Ldc_I4_0);
                _il.Emit(OpCodes.Ret);
                break;
            case "bra" or "bra.uni":
                _il.Emit(OpCodes.Br, LabelOf(operands[0]));
                break;
            case "bar.sync":
                Stop();
                break;
            default:
                if (!new PtxInstruction(_il, _operands, operation.Split('.'), operands).Translate())
                {
                    throw new NotSupportedException($"{name}: the machine has no instruction '{line}'.");
                }

                break;
        }
    }

    private void Stop()
    {
        int barrier = _barriers.FindIndex(label => !_stopped.Contains(label));
        _operands.StoreAll();
        _il.Emit(OpCodes.Ldc_I4, barrier + 1);
        _il.Emit(OpCodes.Ret);
        _il.MarkLabel(_barriers[barrier]);
        _stopped.Add(_barriers[barrier]);
    }

    private readonly HashSet<Label> _stopped = [];

    private Label LabelOf(string label) =>
        _labels.TryGetValue(label, out Label known) ? known : _labels[label] = _il.DefineLabel();

    [GeneratedRegex(@"\.param\s+\.[a-z](\d+)\s+(?:\.ptr[^,]*?\s)?([\w$]+)\s*(?=,|$)", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\.shared\s+\.align\s+(\d+)\s+\.b8\s+([\w$]+)\[(\d+)\]")]
    private static partial Regex Shared();

    [GeneratedRegex(@"^@(!?)(%p\d+)\s+(.*)$", RegexOptions.Singleline)]
    private static partial Regex Guard();

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|[^,\s{}\[\]]+")]
    private static partial Regex Operand();
}
