using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>What a register holds.</summary>
internal enum PtxClass
{
    Predicate,
    Half, // 16 bits, kept as an unsigned number
    Word, // 32 bits
    Long, // 64 bits
    Single,
    Double,
}

/// <summary>A kernel's registers, memory and constants, as operands of instructions.</summary>
internal sealed partial class PtxOperands(
    ILGenerator il,
    Dictionary<string, int> parameters,
    Dictionary<string, int> shared,
    Dictionary<string, nint> constants
)
{
    private static readonly Dictionary<string, string> Special = new()
    {
        ["%tid.x"] = nameof(PtxPlace.Thread),
        ["%ctaid.x"] = nameof(PtxPlace.BlockX),
        ["%ctaid.y"] = nameof(PtxPlace.BlockY),
        ["%ctaid.z"] = nameof(PtxPlace.BlockZ),
        ["%nctaid.x"] = nameof(PtxPlace.BlocksX),
    };

    public Dictionary<string, (LocalBuilder Local, PtxClass Class)> Registers { get; } = [];

    /// <summary>Makes a local of each register that the kernel declares.</summary>
    public void Declare(IEnumerable<string> lines)
    {
        foreach (string line in lines.Where(line => line.StartsWith(".reg", StringComparison.Ordinal)))
        {
            Match range = Range().Match(line);
            if (!range.Success)
            {
                string name = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[^1];
                if (name == "tmp" && !Registers.ContainsKey(name))
                {
                    Registers.Add(name, (il.DeclareLocal(typeof(int)), PtxClass.Word));
                }

                continue; // %SP and %SPL of a stack that nothing uses: a use would find no register
            }

            (string type, string prefix) = (range.Groups[1].Value, range.Groups[2].Value);
            for (int i = 0; i < int.Parse(range.Groups[3].Value, PtxModule.Invariant); i++)
            {
                PtxClass kind = ClassOf(type, prefix);
                Registers.Add(FormattableString.Invariant($"{prefix}{i}"), (il.DeclareLocal(TypeOf(kind)), kind));
            }
        }
    }

    /// <summary>Puts a value on the stack, as what the instruction takes it for.</summary>
    public void Push(string operand, PtxClass wanted)
    {
        if (Registers.TryGetValue(operand, out (LocalBuilder Local, PtxClass Class) register))
        {
            il.Emit(OpCodes.Ldloc, register.Local);
            Reinterpret(register.Class, wanted);
        }
        else if (Special.TryGetValue(operand, out string? field))
        {
            il.Emit(OpCodes.Ldarg_S, (byte)4);
            il.Emit(OpCodes.Ldfld, typeof(PtxPlace).GetField(field)!);
            Reinterpret(PtxClass.Word, wanted);
        }
        else if (shared.TryGetValue(operand, out int offset))
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, offset);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Conv_U8);
        }
        else if (constants.TryGetValue(operand, out nint table))
        {
            il.Emit(OpCodes.Ldc_I8, (long)table);
        }
        else
        {
            Literal(operand, wanted);
        }
    }

    /// <summary>Takes the value on the stack, which is of that class, into a register.</summary>
    public void Pop(string operand, PtxClass given)
    {
        (LocalBuilder local, PtxClass kind) = Registers[operand];
        Reinterpret(given, kind);
        il.Emit(OpCodes.Stloc, local);
    }

    /// <summary>The class of a register.</summary>
    public PtxClass ClassOf(string operand) => Registers[operand].Class;

    public bool IsLong(string operand) => Registers.TryGetValue(operand, out var register) && register.Class == PtxClass.Long;

    /// <summary>Puts [base + offset] on the stack.</summary>
    public void Address(string operand)
    {
        Match match = Bracketed().Match(operand);
        string root = match.Groups[1].Value;
        long add = match.Groups[2].Success ? long.Parse(match.Groups[2].Value, PtxModule.Invariant) : 0;
        if (parameters.TryGetValue(root, out int offset))
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Conv_U8);
            add += offset;
        }
        else
        {
            Push(root, PtxClass.Long);
        }

        if (add != 0)
        {
            il.Emit(OpCodes.Ldc_I8, add);
            il.Emit(OpCodes.Add);
        }

        il.Emit(OpCodes.Conv_I);
    }

    public void StoreAll() =>
        EachSlot(
            (slot, local, kind) =>
            {
                Slot(slot);
                il.Emit(OpCodes.Ldloc, local);
                il.Emit(
                    kind switch
                    {
                        PtxClass.Single => OpCodes.Stind_R4,
                        PtxClass.Double => OpCodes.Stind_R8,
                        PtxClass.Long => OpCodes.Stind_I8,
                        _ => OpCodes.Stind_I4,
                    }
                );
            }
        );

    public void LoadAll() =>
        EachSlot(
            (slot, local, kind) =>
            {
                Slot(slot);
                il.Emit(
                    kind switch
                    {
                        PtxClass.Single => OpCodes.Ldind_R4,
                        PtxClass.Double => OpCodes.Ldind_R8,
                        PtxClass.Long => OpCodes.Ldind_I8,
                        _ => OpCodes.Ldind_I4,
                    }
                );
                il.Emit(OpCodes.Stloc, local);
            }
        );

    private void EachSlot(Action<int, LocalBuilder, PtxClass> body)
    {
        int slot = 0;
        foreach ((LocalBuilder local, PtxClass kind) in Registers.Values)
        {
            body(slot++, local, kind);
        }
    }

    private void Slot(int slot)
    {
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, slot * sizeof(ulong));
        il.Emit(OpCodes.Add);
    }

    private void Literal(string text, PtxClass wanted)
    {
        switch (wanted)
        {
            case PtxClass.Single when text.StartsWith("0f", StringComparison.Ordinal):
                il.Emit(OpCodes.Ldc_R4, BitConverter.UInt32BitsToSingle(Convert.ToUInt32(text[2..], 16)));
                break;
            case PtxClass.Double when text.StartsWith("0d", StringComparison.Ordinal):
                il.Emit(OpCodes.Ldc_R8, BitConverter.UInt64BitsToDouble(Convert.ToUInt64(text[2..], 16)));
                break;
            case PtxClass.Long:
                il.Emit(OpCodes.Ldc_I8, Whole(text));
                break;
            case PtxClass.Predicate or PtxClass.Half or PtxClass.Word:
                il.Emit(OpCodes.Ldc_I4, unchecked((int)Whole(text)));
                break;
            default:
                throw new NotSupportedException($"The machine cannot read the operand '{text}'.");
        }
    }

    private static long Whole(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) ? Convert.ToInt64(text[2..], 16)
        : long.TryParse(text, PtxModule.Invariant, out long value) ? value
        : ulong.TryParse(text, PtxModule.Invariant, out ulong large) ? (long)large
        : throw new NotSupportedException($"The machine cannot read the operand '{text}'.");

    // The same bits in another register file.
    private void Reinterpret(PtxClass from, PtxClass to)
    {
        string? bits = (from, to) switch
        {
            (PtxClass.Word, PtxClass.Single) => nameof(BitConverter.Int32BitsToSingle),
            (PtxClass.Single, PtxClass.Word) => nameof(BitConverter.SingleToInt32Bits),
            (PtxClass.Long, PtxClass.Double) => nameof(BitConverter.Int64BitsToDouble),
            (PtxClass.Double, PtxClass.Long) => nameof(BitConverter.DoubleToInt64Bits),
            _ => null,
        };
        if (bits is not null)
        {
            il.Emit(OpCodes.Call, typeof(BitConverter).GetMethod(bits)!);
        }
        else if (from == PtxClass.Word && to == PtxClass.Half)
        {
            il.Emit(OpCodes.Conv_U2);
        }
        else if (from != to && (from, to) is not (PtxClass.Half, PtxClass.Word))
        {
            throw new NotSupportedException($"The machine cannot take {from} for {to}.");
        }
    }

    private static PtxClass ClassOf(string type, string prefix) =>
        (type, prefix) switch
        {
            ("pred", _) => PtxClass.Predicate,
            ("b16", _) => PtxClass.Half,
            ("b32", "%f") or ("f32", _) => PtxClass.Single,
            ("b64", "%fd") or ("f64", _) => PtxClass.Double,
            ("b32", _) => PtxClass.Word,
            ("b64", _) => PtxClass.Long,
            _ => throw new NotSupportedException($"The machine has no registers .{type}."),
        };

    private static Type TypeOf(PtxClass kind) =>
        kind switch
        {
            PtxClass.Single => typeof(float),
            PtxClass.Double => typeof(double),
            PtxClass.Long => typeof(long),
            _ => typeof(int),
        };

    [GeneratedRegex(@"^\.reg\s+\.(\w+)\s+(%\w+)<(\d+)>")]
    private static partial Regex Range();

    [GeneratedRegex(@"^\[\s*([%\w$]+)\s*(?:\+\s*(-?\d+))?\s*\]$")]
    private static partial Regex Bracketed();
}
